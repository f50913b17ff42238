using NSubstitute;
using Sluice.Lambdas.Api;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Lambdas.Tests.Api;

public sealed class AccessKeyFunctionTests : IDisposable
{
    private readonly SqliteTable _table = SqliteTable.InMemory(TimeProvider.System);
    private readonly AccessKeyStore _store;
    private readonly AccessKeys _keys;

    public AccessKeyFunctionTests()
    {
        var box = Substitute.For<ISecretBox>();
        box.SealAsync(Arg.Any<string>(), Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns("sealed");
        _store = new AccessKeyStore(_table);
        _keys = new AccessKeys(_store, box, new RandomIds(), TimeProvider.System);
    }

    [Fact]
    public async Task A_key_that_was_issued_can_be_revoked()
    {
        var issued = await new IssueAccessKeyFunction(_keys).IssueAccessKey(new IssueAccessKeyInput("reader", "ci"));

        var revoked = await new RevokeAccessKeyFunction(_keys).RevokeAccessKey(new RevokeAccessKeyInput(issued.AccessKeyId));

        (await _store.FindAsync(issued.AccessKeyId, TestContext.Current.CancellationToken))!.RevokedAt.ShouldBe(revoked.RevokedAt);
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_not_said_to_be_revoked() =>
        (await Should.ThrowAsync<ArgumentException>(() => new RevokeAccessKeyFunction(_keys).RevokeAccessKey(new RevokeAccessKeyInput("AKIAAAAAAAAAAAAAAAAA"))))
            .Message.ShouldStartWith("There is no key 'AKIAAAAAAAAAAAAAAAAA', so none was revoked.");

    [Fact]
    public async Task A_role_that_is_none_is_refused_with_those_that_there_are() =>
        (await Should.ThrowAsync<ArgumentException>(() => new IssueAccessKeyFunction(_keys).IssueAccessKey(new IssueAccessKeyInput("root", null))))
            .Message.ShouldContain("expected one of admin, deployer, builder, approver, publisher, reader");

    public void Dispose() => _table.Dispose();
}
