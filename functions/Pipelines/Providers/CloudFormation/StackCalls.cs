using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>The calls of CloudFormation for an action. Each that changes something has a token of the action's own: made twice, it is done once.</summary>
internal static class StackCalls
{
    public static Move Describe(ActionRequest request, StackProgress progress, int waitSeconds = 0) =>
        Move.Call(progress, "DescribeStacks", new JsonObject { ["StackName"] = progress.StackId ?? Name(request) }, waitSeconds);

    public static Move Create(ActionRequest request, StackProgress progress, StackInputs inputs) =>
        Move.Call(progress, "CreateStack", With(Inputs(request, inputs, withPolicy: true), request, "ClientRequestToken", "create"));

    public static Move Update(ActionRequest request, StackProgress progress, StackInputs inputs) =>
        Move.Call(progress, "UpdateStack", With(Inputs(request, inputs, withPolicy: true), request, "ClientRequestToken", "update"));

    public static Move Delete(ActionRequest request, StackProgress progress)
    {
        var parameters = new JsonObject { ["StackName"] = progress.StackId ?? Name(request) };
        AddRole(parameters, request);
        return Move.Call(progress, "DeleteStack", With(parameters, request, "ClientRequestToken", "delete"));
    }

    public static Move Cancel(ActionRequest request, StackProgress progress) =>
        Move.Call(progress, "CancelUpdateStack", With(new JsonObject { ["StackName"] = progress.StackId ?? Name(request) }, request, "ClientRequestToken", "cancel"));

    public static Move ListChangeSets(ActionRequest request, StackProgress progress, int waitSeconds = 0, string? nextToken = null)
    {
        var parameters = new JsonObject { ["StackName"] = progress.StackId ?? Name(request) };
        if (nextToken is not null)
        {
            parameters["NextToken"] = nextToken;
        }

        return Move.Call(progress, "ListChangeSets", parameters, waitSeconds);
    }

    public static Move CreateChangeSet(ActionRequest request, StackProgress progress, StackInputs inputs, int waitSeconds)
    {
        var parameters = Inputs(request, inputs, withPolicy: false);
        parameters["ChangeSetName"] = ChangeSet(request);
        parameters["ChangeSetType"] = progress.ChangeSetType;
        return Move.Call(progress, "CreateChangeSet", With(parameters, request, "ClientToken", "plan"), waitSeconds);
    }

    public static Move DeleteChangeSet(ActionRequest request, StackProgress progress) =>
        Move.Call(progress, "DeleteChangeSet", new JsonObject { ["StackName"] = progress.StackId ?? Name(request), ["ChangeSetName"] = ChangeSet(request) });

    public static Move ExecuteChangeSet(ActionRequest request, StackProgress progress) =>
        Move.Call(progress, "ExecuteChangeSet", With(new JsonObject { ["StackName"] = progress.StackId ?? Name(request), ["ChangeSetName"] = progress.ChangeSetId ?? ChangeSet(request) }, request, "ClientRequestToken", "execute"));

    public static Move Events(StackProgress progress) => Move.Call(progress, "DescribeStackEvents", new JsonObject { ["StackName"] = progress.StackId });

    /// <summary>The stack's name.</summary>
    public static string Name(ActionRequest request) => request.Configuration["StackName"];

    public static string ChangeSet(ActionRequest request) => request.Configuration.GetValueOrDefault("ChangeSetName", "");

    private static JsonObject Inputs(ActionRequest request, StackInputs inputs, bool withPolicy)
    {
        var parameters = new JsonObject { ["StackName"] = Name(request), [inputs.Template.Key] = inputs.Template.Value, ["Parameters"] = inputs.Parameters.DeepClone(), ["Capabilities"] = Capabilities(request) };
        if (inputs.Tags is { } tags)
        {
            parameters["Tags"] = tags.DeepClone();
        }

        if (withPolicy && inputs.StackPolicy is { } policy)
        {
            parameters["StackPolicyBody"] = policy;
        }

        AddRole(parameters, request);
        return parameters;
    }

    private static void AddRole(JsonObject parameters, ActionRequest request)
    {
        if (request.Configuration.TryGetValue("RoleArn", out var role) && role.Length > 0)
        {
            parameters["RoleARN"] = role;
        }
    }

    private static JsonArray Capabilities(ActionRequest request) =>
        [.. request.Configuration.GetValueOrDefault("Capabilities", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(capability => JsonValue.Create(capability))];

    private static JsonObject With(JsonObject parameters, ActionRequest request, string name, string what)
    {
        parameters[name] = $"{request.ActionExecutionId}-{what}";
        return parameters;
    }
}
