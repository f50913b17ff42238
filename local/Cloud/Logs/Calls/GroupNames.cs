using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>How requests name groups: by name or by ARN.</summary>
internal static class GroupNames
{
    private const string Kind = "log-group:";

    /// <summary>The name that a request gives, one way or the other.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">None is given, or both are.</exception>
    public static string Of(string? name, string? identifier, CloudIdentity identity) => (name, identifier) switch
    {
        ({ } given, null) => given,
        (null, { } given) => OfIdentifier(given, identity),
        (null, null) => throw LogsErrors.InvalidParameter("You must provide either logGroupName or logGroupIdentifier."),
        _ => throw LogsErrors.InvalidParameter("LogGroup name and LogGroup ARN are mutually exclusive parameters: provide either logGroupName or logGroupIdentifier."),
    };

    /// <summary>The name of what is named by its name or its ARN.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is an ARN, and of no log group here.</exception>
    public static string OfIdentifier(string identifier, CloudIdentity identity) => identifier.StartsWith("arn:", StringComparison.Ordinal) ? OfArn(identifier, identity) : identifier;

    /// <summary>The name of what an ARN names, which may end with <c>:*</c>.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no ARN of a log group here.</exception>
    public static string OfArn(string arn, CloudIdentity identity)
    {
        if (ResourceArn.Read(arn) is not { Service: "logs" } read || read.Name(Kind) is not { } name)
        {
            throw LogsErrors.InvalidParameter($"'{arn}' is no ARN of a log group: expected {identity.LogGroupArn("NAME")}.");
        }

        return read.Region == identity.Region && read.AccountId == identity.AccountId ? name.EndsWith(":*", StringComparison.Ordinal) ? name[..^2] : name : throw LogsErrors.NoGroup();
    }
}
