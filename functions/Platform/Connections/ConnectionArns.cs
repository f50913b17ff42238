using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Platform.Connections;

/// <summary>The ARNs of connections and hosts. The service has two names, and under both they are the same.</summary>
public static class ConnectionArns
{
    /// <summary>The name since 2024.</summary>
    public const string Service = "codeconnections";

    /// <summary>The name before.</summary>
    public const string OldService = "codestar-connections";

    private const string ConnectionKind = "connection/";
    private const string HostKind = "host/";
    private const int LongestId = 128;

    /// <summary>A connection's.</summary>
    public static string OfConnection(string id, SuiteAccount account, string service = Service) => account.Arn(service, ConnectionKind + id);

    /// <summary>A host's.</summary>
    public static string OfHost(string id, SuiteAccount account, string service = Service) => account.Arn(service, HostKind + id);

    /// <summary>The connection's id; null if the text is no ARN of a connection here.</summary>
    public static string? Connection(string arn, SuiteAccount account) => Find(arn, ConnectionKind, account);

    /// <summary>The host's id; null if the text is no ARN of a host here.</summary>
    public static string? Host(string arn, SuiteAccount account) => Find(arn, HostKind, account);

    /// <summary>Whether a text is the ARN of a connection, wherever that is.</summary>
    public static bool IsConnection(string text) => ResourceArn.Read(text) is { Service: Service or OldService } arn && arn.Name(ConnectionKind) is not null;

    private static string? Find(string arn, string kind, SuiteAccount account) =>
        ResourceArn.Read(arn) is { Service: Service or OldService } read && read.IsOf(account) && read.Name(kind) is { Length: <= LongestId } id ? id : null;
}
