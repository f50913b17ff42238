using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>CloudFormation as far as actions call it: a stack is at work for two looks, and then as the test wants it.</summary>
internal sealed class FakeCloudFormation
{
    private readonly Dictionary<string, string> _tokens = [];
    private int _busy;
    private string? _next;
    private int _number;

    public string? StackId { get; private set; }

    public string? Status { get; set; }

    public string? Reason { get; set; }

    public Dictionary<string, string> Outputs { get; } = [];

    public Dictionary<string, JsonObject> ChangeSets { get; } = [];

    /// <summary>Its events, the newest first.</summary>
    public JsonArray Events { get; } = [];

    /// <summary>How work ends; null for well.</summary>
    public string? EndsAs { get; set; }

    public string? ReasonMeanwhile { get; set; }

    /// <summary>Whether a template is the one that the stack has.</summary>
    public bool HasNoChanges { get; set; }

    /// <summary>Each template that was handed in.</summary>
    public List<JsonObject> Handed { get; } = [];

    public FakeCloudFormation With(string status)
    {
        (StackId, Status) = ($"arn:aws:cloudformation:us-east-1:123456789012:stack/web/{++_number}", status);
        return this;
    }

    public JsonNode? Serve(string call, JsonObject parameters) => call switch
    {
        "DescribeStacks" => Describe(parameters),
        "DescribeStackEvents" => new JsonObject { ["StackEvents"] = Events.DeepClone() },
        "CreateStack" => Create(parameters),
        "UpdateStack" => Update(parameters),
        "DeleteStack" => Delete(parameters),
        "CancelUpdateStack" => Cancel(),
        "ListChangeSets" => new JsonObject { ["Summaries"] = new JsonArray([.. ChangeSets.Values.Select(set => set.DeepClone())]) },
        "DeleteChangeSet" => DeleteChangeSet((string)parameters["ChangeSetName"]!),
        "CreateChangeSet" => CreateChangeSet(parameters),
        "ExecuteChangeSet" => Execute(parameters),
        _ => throw new InvalidOperationException(call),
    };

    private JsonObject Describe(JsonObject parameters)
    {
        var named = (string)parameters["StackName"]!;
        if (Status is null || (Status == "DELETE_COMPLETE" && named != StackId))
        {
            throw Refused($"Stack with id {named} does not exist");
        }

        if (Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && Status != "REVIEW_IN_PROGRESS" && _busy-- <= 0)
        {
            (Status, Reason) = (_next!, null);
        }

        var outputs = new JsonArray([.. Outputs.Select(output => new JsonObject { ["OutputKey"] = output.Key, ["OutputValue"] = output.Value })]);
        return new JsonObject { ["Stacks"] = new JsonArray(new JsonObject { ["StackId"] = StackId, ["StackName"] = "web", ["StackStatus"] = Status, ["StackStatusReason"] = Reason, ["Outputs"] = outputs }) };
    }

    private JsonObject Create(JsonObject parameters) => Once(parameters, "ClientRequestToken", () =>
    {
        if (Status is not null and not "DELETE_COMPLETE")
        {
            throw new TaskFailedException("CloudFormation.AlreadyExistsException", "Stack [web] already exists");
        }

        With("CREATE_IN_PROGRESS");
        Work("CREATE_IN_PROGRESS", "CREATE_COMPLETE");
        Handed.Add(parameters);
    });

    private JsonObject Update(JsonObject parameters) => Once(parameters, "ClientRequestToken", () =>
    {
        if (Status is not ("CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE"))
        {
            throw Refused($"Stack:{StackId} is in {Status} state and can not be updated.");
        }

        if (HasNoChanges)
        {
            throw Refused("No updates are to be performed.");
        }

        Work("UPDATE_IN_PROGRESS", "UPDATE_COMPLETE");
        Handed.Add(parameters);
    });

    private JsonObject Delete(JsonObject parameters) => Once(parameters, "ClientRequestToken", () => Work("DELETE_IN_PROGRESS", "DELETE_COMPLETE"));

    private JsonObject Cancel()
    {
        Work("UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE");
        Reason = "User Initiated";
        return [];
    }

    private JsonObject DeleteChangeSet(string name)
    {
        ChangeSets.Remove(name);
        return [];
    }

    private JsonObject CreateChangeSet(JsonObject parameters) => Once(parameters, "ClientToken", () =>
    {
        var name = (string)parameters["ChangeSetName"]!;
        if (Status is null)
        {
            With("REVIEW_IN_PROGRESS");
        }

        ChangeSets[name] = new JsonObject
        {
            ["ChangeSetName"] = name, ["ChangeSetId"] = $"arn:aws:cloudformation:us-east-1:123456789012:changeSet/{name}/1", ["Status"] = HasNoChanges ? "FAILED" : "CREATE_COMPLETE",
            ["ExecutionStatus"] = HasNoChanges ? "UNAVAILABLE" : "AVAILABLE",
            ["StatusReason"] = HasNoChanges ? "The submitted information didn't contain changes. Submit different information to create a change set." : null,
        };
        Handed.Add(parameters);
    });

    private JsonObject Execute(JsonObject parameters) => Once(parameters, "ClientRequestToken", () =>
    {
        ChangeSets.Values.ShouldContain(set => (string)set["ChangeSetId"]! == (string)parameters["ChangeSetName"]!);
        ChangeSets.Clear();
        var isNew = Status == "REVIEW_IN_PROGRESS";
        Work(isNew ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS", isNew ? "CREATE_COMPLETE" : "UPDATE_COMPLETE");
    });

    /// <summary>A token that was seen is the same request.</summary>
    private JsonObject Once(JsonObject parameters, string tokenName, Action act)
    {
        var token = (string)parameters[tokenName]!;
        token.ShouldMatch("^[a-zA-Z0-9][-a-zA-Z0-9]{0,127}$");
        if (_tokens.TryAdd(token, ""))
        {
            act();
        }

        return new JsonObject { ["StackId"] = StackId, ["Id"] = parameters["ChangeSetName"] is { } name ? $"arn:aws:cloudformation:us-east-1:123456789012:changeSet/{name}/1" : null };
    }

    private void Work(string meanwhile, string end)
    {
        (Status, _busy, _next) = (meanwhile, 2, EndsAs ?? end);
        if (EndsAs?.Contains("ROLLBACK", StringComparison.Ordinal) == true && meanwhile != "UPDATE_ROLLBACK_IN_PROGRESS")
        {
            Status = EndsAs.Replace("_COMPLETE", "_IN_PROGRESS", StringComparison.Ordinal).Replace("_FAILED", "_IN_PROGRESS", StringComparison.Ordinal);
            Reason = ReasonMeanwhile;
        }

        EndsAs = null;
    }

    private static TaskFailedException Refused(string text) => new("CloudFormation.CloudFormationException", $"{text} (Service: CloudFormation, Status Code: 400, Request ID: 1)");
}
