/** Signatures of Weasis: its window and what it remembers. */
package org.weasis.core.api.service;
