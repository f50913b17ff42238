using System.Text.Json;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Policies;

/// <summary>What a policy of a resource must look like, and when it may be changed. Pure.</summary>
internal static class PolicyRules
{
    private static readonly string[] Effects = ["Allow", "Deny"];
    private static readonly string[][] Wanted = [["Principal", "NotPrincipal"], ["Action", "NotAction"], ["Resource", "NotResource"]];

    /// <summary>The policy with another document.</summary>
    /// <exception cref="ApiException">The document is no policy, or the policy is another one than it was taken to be.</exception>
    public static StoredPolicy Put(StoredPolicy? before, string document, string? expected, string revision)
    {
        Check(document);
        CheckRevision(before, expected);
        return before?.Document == document ? before : new StoredPolicy(document, revision);
    }

    /// <exception cref="ApiException">There is none, or it is another one than it was taken to be.</exception>
    public static StoredPolicy Delete(StoredPolicy? before, string? expected, string resource)
    {
        var policy = before ?? throw None(resource);
        CheckRevision(policy, expected);
        return policy;
    }

    /// <summary>There is none.</summary>
    public static ApiException None(string resource) => new(PackageErrors.NotFoundCode, $"Policy not found. {resource} has no permissions policy.");

    private static void CheckRevision(StoredPolicy? before, string? expected)
    {
        if (expected is not null && expected != before?.Revision)
        {
            throw PackageErrors.Conflict($"policyRevision is {expected}; {(before is null ? "there is no policy" : $"the policy has {before.Revision}")}. Read it again.");
        }
    }

    private static void Check(string document)
    {
        var faults = new RequestFaults();
        try
        {
            using var read = JsonDocument.Parse(document);
            faults.Add(CommonErrors.Validation, Faults(read.RootElement));
        }
        catch (JsonException e)
        {
            faults.Add(CommonErrors.Validation, $"policyDocument is no JSON: {e.Message}");
        }

        faults.Throw();
    }

    private static IEnumerable<string> Faults(JsonElement policy)
    {
        if (policy.ValueKind is not JsonValueKind.Object || !policy.TryGetProperty("Statement", out var statements))
        {
            return ["policyDocument: expected an object with Version and Statement"];
        }

        IEnumerable<JsonElement> all = statements.ValueKind is JsonValueKind.Array ? statements.EnumerateArray() : [statements];
        return [.. all.SelectMany((statement, index) => Faults(statement, $"policyDocument.Statement[{index}]"))];
    }

    private static IEnumerable<string> Faults(JsonElement statement, string at)
    {
        if (statement.ValueKind is not JsonValueKind.Object)
        {
            yield return $"{at}: expected an object";
            yield break;
        }

        if (!statement.TryGetProperty("Effect", out var effect) || effect.ValueKind is not JsonValueKind.String || !Effects.Contains(effect.GetString()))
        {
            yield return $"{at}.Effect: expected Allow or Deny";
        }

        foreach (var names in Wanted.Where(names => !Array.Exists(names, name => statement.TryGetProperty(name, out _))))
        {
            yield return $"{at}: expected {string.Join(" or ", names)}";
        }
    }
}
