/** Strict reading of YAML descriptions, with errors that name the line. */
package org.radcam.config;
