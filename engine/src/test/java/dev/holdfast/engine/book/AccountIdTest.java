package dev.holdfast.engine.book;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class AccountIdTest {

    @Test
    void dependsOnTenantAndReference() {
        AccountId id = AccountId.of(new AccountKey(1, "a"));

        assertThat(AccountId.of(new AccountKey(1, "a"))).isEqualTo(id);
        assertThat(AccountId.of(new AccountKey(2, "a"))).isNotEqualTo(id);
        assertThat(AccountId.of(new AccountKey(1, "b"))).isNotEqualTo(id);
    }

    @Test
    void staysInTheRangeOfBuckets() {
        assertThat(new AccountId(new UUID(-1, -1)).bucket()).isEqualTo((short) 63);
        assertThat(new AccountId(new UUID(0, -1)).bucket()).isZero();
    }

    @Test
    void spreadsAccountsEvenlyOverBuckets() {
        int accounts = 64_000;
        int[] perBucket = new int[AccountId.BUCKETS];
        IntStream.range(0, accounts)
                .forEach(i ->
                        perBucket[AccountId.of(new AccountKey(1, "acct-" + i)).bucket()]++);

        // Fixed inputs, so no luck is involved: 1,000 expected, standard deviation 31, six of them allowed.
        assertThat(IntStream.of(perBucket).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(810, 1_190));
    }

    @Test
    void ordersAsPostgresqlOrdersUuids() {
        List<AccountId> inOrder = List.of(
                id("00000000-0000-8000-8000-000000000000"),
                id("00000000-0000-8000-bfff-ffffffffffff"),
                id("7fffffff-ffff-8fff-8000-000000000000"),
                id("80000000-0000-8000-8000-000000000000"),
                id("ffffffff-ffff-8fff-bfff-ffffffffffff"));

        assertThat(inOrder).isSorted();
    }

    private static AccountId id(String uuid) {
        return new AccountId(UUID.fromString(uuid));
    }
}
