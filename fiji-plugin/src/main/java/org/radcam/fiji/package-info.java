/** The commands that users find in the menus of Fiji and ImageJ, and in their macros. */
package org.radcam.fiji;
