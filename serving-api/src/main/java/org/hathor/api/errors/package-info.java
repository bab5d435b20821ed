/** One shape for everything that goes wrong, whoever noticed it. */
package org.hathor.api.errors;
