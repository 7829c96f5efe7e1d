/** Signatures of Weasis: small interfaces of all its parts. */
package org.weasis.core.api.util;
