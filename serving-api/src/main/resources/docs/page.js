// A file of its own, because the content security policy allows no script in the page.
window.SwaggerUIBundle({ url: '/openapi', dom_id: '#api', deepLinking: true, persistAuthorization: false });
