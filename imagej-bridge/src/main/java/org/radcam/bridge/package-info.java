/** Runs ImageJ macros that call SciJava commands, without Fiji and without a screen. */
package org.radcam.bridge;
