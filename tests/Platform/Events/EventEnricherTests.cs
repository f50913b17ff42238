using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sluice.Platform.Events;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Events;

public sealed class EventEnricherTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly EventEnricher _enricher = new(NullLogger<EventEnricher>.Instance);

    [Fact]
    public async Task An_outbox_item_becomes_the_event_that_was_written()
    {
        var happened = new SuiteEvent("e-1", "sluice.codedeploy", "CodeDeploy Deployment State-change Notification",
            new JsonObject { ["state"] = "SUCCESS", ["steps"] = new JsonArray(10, 50.5, null, ""), ["empty"] = new JsonObject() }, Now, 7, ["arn:aws:x"]);
        var sent = _enricher.Enrich(await RecordsAsync(happened)).ShouldHaveSingleItem();
        sent.Id.ShouldBe("e-1");
        sent.Source.ShouldBe("sluice.codedeploy");
        sent.DetailType.ShouldBe(happened.DetailType);
        sent.Time.ShouldBe(Now);
        sent.Resources.ShouldBe(["arn:aws:x", "arn:aws:x"]);
        sent.Detail.ToJsonString().ShouldBe("""{"state":"SUCCESS","steps":[10,50.5,null,""],"empty":{},"sequence":7}""");
    }

    [Fact]
    public async Task Every_event_has_two_resources_for_the_pipe_which_takes_them_by_their_places()
    {
        var two = new SuiteEvent("e-1", "s", "d", [], Now, 1, ["arn:aws:x", "arn:aws:y"]);
        _enricher.Enrich(await RecordsAsync(two)).Single().Resources.ShouldBe(["arn:aws:x", "arn:aws:y"]);

        var none = _enricher.Enrich(await RecordsAsync(two with { Id = "e-2", Resources = [] })).Single().Resources;
        none.Count.ShouldBe(2);
        none.Distinct().ShouldHaveSingleItem().ShouldContain(":table/sluice/stream/");
    }

    [Fact]
    public async Task A_request_to_start_an_execution_goes_the_same_way()
    {
        using var table = SqliteTable.InMemory(new FakeTimeProvider());
        await table.PutAsync(Outbox.Start("build", "b-1", new JsonObject { ["buildId"] = "b" }, Now), TestContext.Current.CancellationToken);
        var sent = _enricher.Enrich(await RecordsAsync(table)).ShouldHaveSingleItem();
        sent.DetailType.ShouldBe(Outbox.StartDetailType);
        sent.Detail.ToJsonString().ShouldBe("""{"machine":"build","name":"b-1","input":{"buildId":"b"},"sequence":0}""");
    }

    [Theory]
    [InlineData("""{"eventName":"MODIFY","dynamodb":{"NewImage":{"type":{"S":"event"}}}}""")]
    [InlineData("""{"eventName":"INSERT","dynamodb":{"NewImage":{"type":{"S":"run"}}}}""")]
    [InlineData("""{"eventName":"INSERT","dynamodb":{"NewImage":{}}}""")]
    [InlineData("""{"eventName":"REMOVE","dynamodb":{}}""")]
    public void Other_records_are_left_out(string record) => _enricher.Enrich(new JsonArray(JsonNode.Parse(record))).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"type":{"S":"event"},"pk":{"S":"EVENT#1"}}""")]
    [InlineData("""{"type":{"S":"event"},"pk":{"S":"EVENT#1"},"id":{"S":"1"},"source":{"S":"s"},"detailType":{"S":"t"}}""")]
    [InlineData("""{"type":{"S":"event"},"pk":{"S":"EVENT#1"},"id":{"S":"1"},"source":{"S":""},"detailType":{"S":"t"},"detail":{"M":{}}}""")]
    [InlineData("""{"type":{"S":"event"},"pk":{"S":"EVENT#1"},"id":{"N":"1"},"detail":{"B":"x"}}""")]
    public void An_outbox_item_that_is_no_event_is_named(string image)
    {
        var record = new JsonObject { ["eventName"] = "INSERT", ["dynamodb"] = new JsonObject { ["NewImage"] = JsonNode.Parse(image) } };
        Should.Throw<InvalidOutboxItemException>(() => _enricher.Enrich(new JsonArray(record))).Message.ShouldContain("EVENT#1");
    }

    private static async Task<JsonArray> RecordsAsync(SuiteEvent happened)
    {
        using var table = SqliteTable.InMemory(new FakeTimeProvider());
        await table.PutAsync(Outbox.Event(happened), TestContext.Current.CancellationToken);
        return await RecordsAsync(table);
    }

    private static async Task<JsonArray> RecordsAsync(SqliteTable table) =>
        new([.. (await table.ReadAsync(0, 10, TestContext.Current.CancellationToken)).Select(r => (JsonNode)r.ToDynamoDbRecord())]);
}
