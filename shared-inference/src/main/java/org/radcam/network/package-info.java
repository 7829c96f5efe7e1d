/** Classification networks in two parts, features and head, with the public parameter names. */
package org.radcam.network;
