using System.Text.RegularExpressions;
using Sluice.Platform.Access.Files;

namespace Sluice.Platform.Tests.Access;

public sealed class AccessKeysTests : IDisposable
{
    private readonly AccessFixture _access = new();

    [Fact]
    public async Task A_key_has_the_form_of_aws_and_its_secret_is_stored_sealed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var issued = await _access.Keys.IssueAsync("deployer", "ci", cancellation);
        Regex.IsMatch(issued.Key.AccessKeyId, "^AKIA[A-Z2-7]{16}$", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeTrue();
        issued.SecretAccessKey.Length.ShouldBe(40);
        var stored = (await _access.Store.FindAsync(issued.Key.AccessKeyId, cancellation))!;
        stored.ShouldBe(issued.Key);
        stored.SealedSecret.ShouldNotContain(issued.SecretAccessKey);
        issued.ToString().ShouldNotContain(issued.SecretAccessKey);
    }

    [Fact]
    public async Task Another_role_is_refused_with_what_there_is() =>
        (await Should.ThrowAsync<ArgumentException>(() => _access.Keys.IssueAsync("root", "x"))).Message.ShouldContain("admin, deployer, builder, approver, publisher, reader");

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("\u001b[31m")]
    public async Task A_name_that_would_disturb_a_listing_is_refused(string name) => await Should.ThrowAsync<ArgumentException>(() => _access.Keys.IssueAsync("reader", name));

    [Fact]
    public async Task Keys_are_listed_with_those_that_are_revoked_and_the_first_revocation_counts()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var first = await _access.Keys.IssueAsync("reader", "a", cancellation);
        await _access.Keys.IssueAsync("reader", "b", cancellation);
        await _access.Keys.RevokeAsync(first.Key.AccessKeyId, cancellation);
        var at = _access.Time.GetUtcNow();
        _access.Time.Advance(TimeSpan.FromHours(1));
        (await _access.Keys.RevokeAsync(first.Key.AccessKeyId, cancellation))!.RevokedAt.ShouldBe(at);
        (await _access.Store.ListAsync(cancellation)).Select(key => (key.Name, key.RevokedAt)).ShouldBe([("a", at), ("b", (DateTimeOffset?)null)], ignoreOrder: true);
    }

    [Fact]
    public async Task No_key_is_revoked_that_is_not_there() => (await _access.Keys.RevokeAsync("AKIAAAAAAAAAAAAAAAAA", TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public async Task A_key_is_good_by_its_secret_and_role_until_it_is_revoked_or_its_box_is_gone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var issued = await _access.Keys.IssueAsync("admin", "a", cancellation);
        var id = issued.Key.AccessKeyId;
        (await _access.Keys.IsGoodAsync(id, issued.SecretAccessKey, "admin", cancellation)).ShouldBeTrue();
        (await _access.Keys.IsGoodAsync(id, issued.SecretAccessKey, "reader", cancellation)).ShouldBeFalse();
        (await _access.Keys.IsGoodAsync(id, "other", "admin", cancellation)).ShouldBeFalse();
        var otherBox = new Sluice.Platform.Access.AccessKeys(_access.Store, new KeyFileSecretBox(_access.KeyPath + "2"), new Sluice.Platform.Ids.RandomIds(), _access.Time);
        (await otherBox.IsGoodAsync(id, issued.SecretAccessKey, "admin", cancellation)).ShouldBeFalse();
        await _access.Keys.RevokeAsync(id, cancellation);
        (await _access.Keys.IsGoodAsync(id, issued.SecretAccessKey, "admin", cancellation)).ShouldBeFalse();
    }

    public void Dispose() => _access.Dispose();
}
