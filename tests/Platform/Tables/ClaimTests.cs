using Microsoft.Extensions.Time.Testing;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Tables;

public sealed class ClaimTests : IDisposable
{
    private static readonly Key Lock = new("PIPELINE#p", "LOCK#Deploy");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly FakeTimeProvider _time = new();
    private readonly SqliteTable _table;
    private readonly ClaimStore _claims;

    public ClaimTests()
    {
        _table = SqliteTable.InMemory(_time);
        _claims = new ClaimStore(_table, _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _table.Dispose();

    [Fact]
    public async Task A_free_claim_is_taken_and_another_owner_sees_who_holds_it()
    {
        var taken = (await _claims.TakeAsync(Lock, "run-1", Hour, Token)).ShouldBeOfType<ClaimTaken>();
        taken.Claim.ShouldBe(new Claim("run-1", 1, _time.GetUtcNow() + Hour));
        (await _claims.TakeAsync(Lock, "run-2", Hour, Token)).ShouldBeOfType<ClaimHeld>().By.ShouldBe(taken.Claim);
    }

    [Fact]
    public async Task The_same_owner_takes_it_again_with_its_fencing_number_and_a_new_expiry()
    {
        await _claims.TakeAsync(Lock, "run-1", Hour, Token);
        _time.Advance(Hour * 2);
        (await _claims.TakeAsync(Lock, "run-1", Hour, Token)).ShouldBeOfType<ClaimTaken>().Claim.ShouldBe(new Claim("run-1", 1, _time.GetUtcNow() + Hour));
    }

    [Fact]
    public async Task The_fencing_number_rises_across_releases()
    {
        await _claims.TakeAsync(Lock, "run-1", Hour, Token);
        (await _claims.ReleaseAsync(Lock, "run-1", Token)).ShouldBeTrue();
        Claims.Read(await _table.GetAsync(Lock, Token)).ShouldBeNull();
        (await _claims.TakeAsync(Lock, "run-2", Hour, Token)).ShouldBeOfType<ClaimTaken>().Claim.Fence.ShouldBe(2);
    }

    [Fact]
    public async Task Only_the_holder_releases()
    {
        await _claims.TakeAsync(Lock, "run-1", Hour, Token);
        (await _claims.ReleaseAsync(Lock, "run-2", Token)).ShouldBeFalse();
        (await _claims.ReleaseAsync(Lock, "run-1", Token)).ShouldBeTrue();
        (await _claims.ReleaseAsync(Lock, "run-1", Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_expired_claim_is_taken_over_only_on_purpose_and_fences_the_old_holder_off()
    {
        await _claims.TakeAsync(Lock, "run-1", Hour, Token);
        _time.Advance(Hour);
        (await _claims.TakeAsync(Lock, "run-2", Hour, Token)).ShouldBeOfType<ClaimExpired>().By.Owner.ShouldBe("run-1");

        var current = (await _table.GetAsync(Lock, Token))!;
        var over = Claims.TakeOver(Lock, current, "run-2", _time.GetUtcNow() + Hour);
        await _table.TransactAsync([over.Write], Token);
        over.Claim.Fence.ShouldBe(2);
        await Should.ThrowAsync<TransactionRefusedException>(() => _table.TransactAsync([Claims.Require(Lock, "run-1", 1)], Token));
        await Should.ThrowAsync<ConditionFailedException>(() => _table.UpdateAsync(Claims.Renew(Lock, "run-1", 1, _time.GetUtcNow() + Hour), Token));
        await _table.TransactAsync([Claims.Require(Lock, "run-2", 2)], Token);
    }

    [Fact]
    public async Task A_holder_that_renews_in_time_is_not_taken_over()
    {
        await _claims.TakeAsync(Lock, "run-1", Hour, Token);
        _time.Advance(Hour);
        var read = (await _table.GetAsync(Lock, Token))!;
        await _table.UpdateAsync(Claims.Renew(Lock, "run-1", 1, _time.GetUtcNow() + Hour), Token);
        await Should.ThrowAsync<TransactionRefusedException>(() => _table.TransactAsync([Claims.TakeOver(Lock, read, "run-2", _time.GetUtcNow() + Hour).Write], Token));
    }

    [Fact]
    public async Task Of_many_owners_at_once_one_gets_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => _claims.TakeAsync(Lock, $"run-{i}", Hour, Token), Token)));
        outcomes.OfType<ClaimTaken>().Count().ShouldBe(1);
        outcomes.OfType<ClaimHeld>().Count().ShouldBe(49);
    }
}
