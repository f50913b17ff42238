using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Policies;

/// <summary>What a resource's policy must keep to.</summary>
internal static class PolicyRules
{
    private const int Longest = 20 * 1024;
    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];

    public static RequestFaults Faults(string policy)
    {
        var faults = new RequestFaults();
        if (policy.Length > Longest)
        {
            faults.At("policy", $"expected at most {Longest} characters, not {policy.Length}");
        }
        else if (Read(policy) is not { } document)
        {
            faults.At("policy", "expected a JSON object with Version and Statement");
        }
        else
        {
            Check(faults, document);
        }

        return faults;
    }

    private static void Check(RequestFaults faults, JsonObject document)
    {
        faults.RequireAt(Text(document["Version"]) is { } version && Versions.Contains(version), "policy.Version", $"expected {string.Join(" or ", Versions)}");
        IReadOnlyList<JsonNode?> statements = document["Statement"] switch { JsonArray many => [.. many], JsonObject one => [one], _ => [] };
        faults.RequireAt(statements.Count > 0, "policy.Statement", "expected at least one statement");
        for (var index = 0; index < statements.Count; index++)
        {
            Check(faults, $"policy.Statement[{index}]", statements[index] as JsonObject);
        }
    }

    private static void Check(RequestFaults faults, string place, JsonObject? statement)
    {
        if (statement is null)
        {
            faults.At(place, "expected an object");
            return;
        }

        faults.RequireAt(Text(statement["Effect"]) is "Allow" or "Deny", $"{place}.Effect", "expected Allow or Deny");
        foreach (var member in new[] { "Principal", "Action", "Resource" })
        {
            faults.RequireAt(statement[member] is not null || statement[$"Not{member}"] is not null, place, $"{member} is missing");
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Read(string policy)
    {
        try
        {
            // What a client said twice would be read as either.
            return JsonNode.Parse(policy, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
