/** Signatures of Weasis: what its explorer tells. */
package org.weasis.core.api.explorer;
