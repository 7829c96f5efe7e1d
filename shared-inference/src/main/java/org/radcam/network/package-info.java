/** Classification networks in two parts, features and head, with torchvision's parameter names. */
package org.radcam.network;
