using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Objects;

namespace Sluice.World.Machines.Cloud;

/// <summary>Lambda's calls with the errors that matter to the protocol.</summary>
internal sealed class FakeLambda(MemoryObjects objects)
{
    private int _revision;

    public Dictionary<string, FakeFunction> Functions { get; } = [];

    /// <summary>What a version is like that is published from now on.</summary>
    public Func<FakeVersion, FakeVersion> NewVersion { get; set; } = version => version;

    /// <summary>How often a new version is still Pending when it is looked at.</summary>
    public int PendingLooks { get; set; }

    /// <summary>How often an update is refused because another is in progress.</summary>
    public int UpdatesInProgress { get; set; }

    public List<string> Changes { get; } = [];

    public FakeFunction Add(string name, int versions = 1, string? alias = "live", string? at = null)
    {
        var function = Functions[name] = new FakeFunction();
        for (var n = 1; n <= versions; n++)
        {
            function.Publish(new FakeVersion("", $"code {n}"));
        }

        if (alias is not null)
        {
            function.Aliases[alias] = new FakeAlias(at ?? $"{versions}", [], NextRevision());
        }

        return function;
    }

    /// <summary>Someone else changes the alias.</summary>
    public void Meddle(string function, string alias, Func<FakeAlias, FakeAlias> change) =>
        Functions[function].Aliases[alias] = change(Functions[function].Aliases[alias]) with { RevisionId = NextRevision() };

    public JsonNode Call(string operation, JsonNode parameters) => operation switch
    {
        "getFunctionConfiguration" => GetFunctionConfiguration(parameters),
        "updateFunctionCode" => UpdateFunctionCode(parameters),
        "createFunction" => CreateFunction(parameters),
        "getAlias" => GetAlias(parameters),
        "createAlias" => CreateAlias(parameters),
        "updateAlias" => UpdateAlias(parameters),
        "deleteAlias" => DeleteAlias(parameters),
        _ => throw new InvalidOperationException(operation),
    };

    private JsonObject GetFunctionConfiguration(JsonNode parameters)
    {
        var qualifier = (string)parameters["Qualifier"]!;
        var function = Function(parameters);
        var version = qualifier == "$LATEST" ? function.Versions[^1] with { Number = "$LATEST" }
            : function.Versions.Find(version => version.Number == qualifier) ?? throw NotFound($"version {qualifier}");
        var pending = qualifier != "$LATEST" && version == function.Versions[^1] && PendingLooks-- > 0;
        return Describe(version with { State = pending ? "Pending" : version.State });
    }

    private JsonObject UpdateFunctionCode(JsonNode parameters)
    {
        var function = Function(parameters);
        return UpdatesInProgress-- > 0
            ? throw new TaskFailedException("Lambda.ResourceConflictException", "An update is in progress.")
            : Describe(function.Publish(NewVersion(new FakeVersion("", Code(parameters)))));
    }

    private JsonObject CreateFunction(JsonNode parameters)
    {
        var name = (string)parameters["FunctionName"]!;
        if (Functions.ContainsKey(name))
        {
            throw new TaskFailedException("Lambda.ResourceConflictException", $"Function already exist: {name}");
        }

        Changes.Add($"create {name} ({parameters["Runtime"]}, {parameters["Handler"]})");
        return Describe((Functions[name] = new FakeFunction()).Publish(NewVersion(new FakeVersion("", Code(parameters["Code"]!)))));
    }

    private JsonObject GetAlias(JsonNode parameters)
    {
        var (_, name, alias) = Alias(parameters);
        return alias.ToJson((string)parameters["FunctionName"]!, name);
    }

    private JsonObject CreateAlias(JsonNode parameters)
    {
        var (function, name) = (Function(parameters), (string)parameters["Name"]!);
        if (function.Aliases.ContainsKey(name))
        {
            throw new TaskFailedException("Lambda.ResourceConflictException", $"Alias already exists: {name}");
        }

        return Set(function, parameters, name, new FakeAlias((string)parameters["FunctionVersion"]!, [], NextRevision()));
    }

    private JsonObject UpdateAlias(JsonNode parameters)
    {
        var (function, name, alias) = Alias(parameters);
        if ((string?)parameters["RevisionId"] is { } revision && revision != alias.RevisionId)
        {
            throw new TaskFailedException("Lambda.PreconditionFailedException", "The RevisionId provided does not match the latest RevisionId.");
        }

        var weights = ((JsonObject)parameters["RoutingConfig"]!["AdditionalVersionWeights"]!).ToDictionary(weight => weight.Key, weight => (decimal)(double)weight.Value!);
        return Set(function, parameters, name, new FakeAlias((string)parameters["FunctionVersion"]!, weights, NextRevision()));
    }

    private JsonObject DeleteAlias(JsonNode parameters)
    {
        var (function, name, _) = Alias(parameters);
        function.Aliases.Remove(name);
        Changes.Add($"{parameters["FunctionName"]}:{name} removed");
        return [];
    }

    private JsonObject Set(FakeFunction function, JsonNode parameters, string name, FakeAlias alias)
    {
        function.Aliases[name] = alias;
        Changes.Add($"{parameters["FunctionName"]}:{name} {alias}");
        return alias.ToJson((string)parameters["FunctionName"]!, name);
    }

    private static JsonObject Describe(FakeVersion version)
    {
        var answer = new JsonObject { ["Version"] = version.Number, ["State"] = version.State, ["Role"] = version.Role };
        if (version.StateReason is not null)
        {
            answer["StateReason"] = version.StateReason;
        }

        if (version.DeadLetters is not null)
        {
            answer["DeadLetterConfig"] = new JsonObject { ["TargetArn"] = version.DeadLetters };
        }

        return answer;
    }

    private string Code(JsonNode parameters) =>
        System.Text.Encoding.Latin1.GetString(objects[new ObjectRef((string)parameters["S3Bucket"]!, (string)parameters["S3Key"]!)]);

    private FakeFunction Function(JsonNode parameters) =>
        Functions.GetValueOrDefault((string)parameters["FunctionName"]!) ?? throw NotFound($"function {parameters["FunctionName"]}");

    private (FakeFunction Function, string Name, FakeAlias Alias) Alias(JsonNode parameters)
    {
        var (function, name) = (Function(parameters), (string)parameters["Name"]!);
        return (function, name, function.Aliases.GetValueOrDefault(name) ?? throw NotFound($"alias {name}"));
    }

    private static TaskFailedException NotFound(string what) => new("Lambda.ResourceNotFoundException", $"Not found: {what}");

    private string NextRevision() => $"revision-{++_revision}";
}
