/** The engines of the platform on one machine, each a child process that dies with its parent. */
package org.hathor.engines;
