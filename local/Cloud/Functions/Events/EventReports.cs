using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Alarms;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Functions.Calls;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>Tells a function's dead-letter target and its destinations how asynchronous requests ended: functions are invoked, the default bus has an event, queues and topics get a message, and for those that there are not there is a file.</summary>
internal sealed class EventReports(FunctionStore functions, CloudIdentity identity, IEventSink bus, DeliveryTargets targets, string folder, TimeProvider time, IIds ids)
{
    private const int LongestMessage = 1024;
    private readonly Lock _files = new();

    /// <summary>Invokes a function for an event; set before the first.</summary>
    public Action<FunctionReference, InvocationRequest> Invoke { get; set; } = static (_, _) => { };

    /// <summary>Who was told before the disk failed is told again when this is called again.</summary>
    /// <exception cref="IOException">It could not be stored.</exception>
    public void Tell(QueuedEvent queued, EventOutcome outcome, EventSettings settings)
    {
        if (!outcome.Succeeded && DeadLetters(queued, outcome) is { } grave)
        {
            var (body, attributes) = (Encoding.UTF8.GetString(queued.Payload), Attributes(queued, outcome));
            Bring(queued, grave, body, attributes, () => new JsonObject { ["body"] = body, ["messageAttributes"] = attributes });
        }

        if ((outcome.Succeeded ? settings.OnSuccess : settings.OnFailure) is { } target)
        {
            Send(queued, target, Record(queued, outcome));
        }
    }

    private string? DeadLetters(QueuedEvent queued, EventOutcome outcome)
    {
        var function = functions.Find(queued.Function);
        var version = outcome.Result?.ExecutedVersion ?? function?.Aliases.GetValueOrDefault(queued.Reference.Target)?.FunctionVersion ?? queued.Reference.Target;
        return function?.Find(version)?.Configuration.DeadLetterTargetArn;
    }

    private void Send(QueuedEvent queued, string target, JsonObject record)
    {
        switch (target.Split(':')[2])
        {
            case "lambda":
                Invoke(FunctionReference.Parse(target, null, identity), new InvocationRequest(target, null, Encoding.UTF8.GetBytes(record.ToJsonString(AwsJson.Options))) { Type = InvocationType.Event, RequestId = ids.Uuid() });
                break;
            case "events":
                bus.Publish(OnBus(target, record));
                break;
            default:
                Bring(queued, target, record.ToJsonString(AwsJson.Options), [], () => record);
                break;
        }
    }

    /// <summary>A queue or a topic of this machine stores the message at once.</summary>
    private void Bring(QueuedEvent queued, string target, string body, JsonObject attributes, Func<JsonObject> line)
    {
        var delivery = new Delivery(queued.RequestId, identity.FunctionArn(queued.Function), target, body, time.GetUtcNow())
        {
            Attributes = attributes.Where(pair => pair.Value!.ToString().Length > 0).ToDictionary(pair => pair.Key, pair => new MessageAttribute(pair.Key == "ErrorCode" ? "Number" : "String", pair.Value!.ToString()), StringComparer.Ordinal),
        };
        try
        {
            targets.SendAsync(target, delivery, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (DeliveryFailedException)
        {
            Append(target, line());
        }
    }

    private static JsonObject Attributes(QueuedEvent queued, EventOutcome outcome) => new()
    {
        ["RequestID"] = queued.RequestId,
        ["ErrorCode"] = outcome.Result?.StatusCode.ToString() ?? "429",
        ["ErrorMessage"] = Cut(outcome.Result is { } result ? (string?)FunctionFailure.Parsed(result.Payload)?["errorMessage"] ?? "" : outcome.Refusal ?? ""),
    };

    private static string Cut(string text) => text.Length <= LongestMessage ? text : text[..LongestMessage];

    private JsonObject Record(QueuedEvent queued, EventOutcome outcome)
    {
        var record = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = AwsDate.InAnswer(time.GetUtcNow()),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = queued.RequestId,
                ["functionArn"] = identity.FunctionArn(queued.Function, queued.Reference.Target),
                ["condition"] = outcome.Condition,
                ["approximateInvokeCount"] = outcome.Tries,
            },
            ["requestPayload"] = FunctionFailure.Parsed(queued.Payload),
        };
        if (outcome.Result is { } result)
        {
            record["responseContext"] = new JsonObject { ["statusCode"] = result.StatusCode, ["executedVersion"] = result.ExecutedVersion, ["functionError"] = result.FunctionError };
            record["responsePayload"] = FunctionFailure.Parsed(result.Payload);
        }

        return record;
    }

    private JsonObject OnBus(string target, JsonObject record) => new()
    {
        ["version"] = "0",
        ["id"] = ids.Uuid(),
        ["detail-type"] = $"Lambda Function Invocation Result - {((string?)record["requestContext"]!["condition"] == EventOutcome.Success ? "Success" : "Failure")}",
        ["source"] = "lambda",
        ["account"] = identity.AccountId,
        ["time"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
        ["region"] = identity.Region,
        ["resources"] = new JsonArray(target, (string?)record["requestContext"]!["functionArn"]),
        ["detail"] = record,
    };

    private void Append(string target, JsonObject message)
    {
        var parts = target.Split(':');
        lock (_files)
        {
            using var file = new FileStream(Path.Combine(folder, $"{parts[2]}-{parts[^1]}.jsonl"), FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(Encoding.UTF8.GetBytes(message.ToJsonString(AwsJson.Options) + "\n"));
            file.Flush(flushToDisk: true);
        }
    }
}
