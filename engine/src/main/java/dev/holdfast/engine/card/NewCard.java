package dev.holdfast.engine.card;

import dev.holdfast.engine.vault.LookupDigest;
import dev.holdfast.engine.vault.SealedPan;

import java.util.UUID;

/** A card that is about to be issued, its number sealed for its row. */
record NewCard(UUID id, String maskedNumber, LookupDigest digest, SealedPan sealed) {}
