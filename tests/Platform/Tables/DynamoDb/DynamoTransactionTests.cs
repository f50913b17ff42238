using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using NSubstitute;
using Sluice.Platform.Ids;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.DynamoDb;
using Condition = Sluice.Platform.Tables.Condition;

namespace Sluice.Platform.Tests.Tables.DynamoDb;

/// <summary>What DynamoDB answers only under load, which no stand-in does.</summary>
public sealed class DynamoTransactionTests
{
    private readonly List<TransactWriteItemsRequest> _requests = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TransactionConflict")]
    [InlineData("ThrottlingError")]
    [InlineData("ProvisionedThroughputExceeded")]
    public async Task A_transaction_that_met_another_is_made_again(string code)
    {
        await Table(Cancelled(code, "None"), Cancelled("None", code)).TransactAsync(Writes(), Token);
        _requests.Count.ShouldBe(3);
        _requests.Select(r => r.ClientRequestToken).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_condition_that_failed_beside_a_conflict_is_the_answer()
    {
        var table = Table(Cancelled("TransactionConflict", "ConditionalCheckFailed"));
        (await Should.ThrowAsync<TransactionRefusedException>(() => table.TransactAsync(Writes(), Token))).Failed.ShouldBe([1]);
        _requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_transaction_still_in_progress_is_asked_for_under_the_same_token()
    {
        await Table(new TransactionInProgressException("busy")).TransactAsync(Writes(), Token);
        _requests.Select(r => r.ClientRequestToken).Distinct().Count().ShouldBe(1);
        _requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_value_that_the_store_refuses_is_no_conflict()
    {
        var table = Table(Cancelled("None", "ValidationError"));
        await Should.ThrowAsync<InvalidOperationException>(() => table.TransactAsync(Writes(), Token));
        _requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Making_it_again_is_bounded()
    {
        var table = Table([.. Enumerable.Repeat(Cancelled("TransactionConflict", "None"), 100)]);
        await Should.ThrowAsync<TransactionCanceledException>(() => table.TransactAsync(Writes(), Token));
        _requests.Count.ShouldBe(12);
    }

    private static List<TableWrite> Writes() =>
        [new PutItem(new Key("P", "1"), new JsonObject(), Condition.Absent), new CheckItem(new Key("P", "2"), Condition.Exists)];

    private static TransactionCanceledException Cancelled(params string[] codes) =>
        new("cancelled") { CancellationReasons = [.. codes.Select(c => new CancellationReason { Code = c, Message = c })] };

    /// <summary>Answers with these errors, then well.</summary>
    private DynamoTable Table(params Exception[] errors)
    {
        var client = Substitute.For<IAmazonDynamoDB>();
        client.TransactWriteItemsAsync(default!, Token).ReturnsForAnyArgs(call =>
        {
            _requests.Add(call.Arg<TransactWriteItemsRequest>());
            return _requests.Count > errors.Length ? Task.FromResult(new TransactWriteItemsResponse()) : Task.FromException<TransactWriteItemsResponse>(errors[_requests.Count - 1]);
        });
        return new DynamoTable(client, "table", new RandomIds(), new EagerTime());
    }
}
