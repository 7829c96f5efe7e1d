/** Model packages: the card, the files beside it, and what they promise. */
package org.radcam.model;
