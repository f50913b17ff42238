using Sluice.World.Refusals;

namespace Sluice.Connections.Tests.Refusals;

/// <summary>Good inputs, and what is wrong with others.</summary>
internal static class ConnectionCases
{
    private const string NotFound = "ResourceNotFoundException";
    private const string Unavailable = "ResourceUnavailableException";
    private const string Unsupported = "UnsupportedOperationException";
    private const string TooMany = "LimitExceededException";
    private const string Validation = "ValidationException";
    private const string NoConnection = "'arn:aws:codeconnections:us-east-1:123456789012:connection/00000000-0000-0000-0000-0000000000ff'";
    private const string NoHost = "'arn:aws:codeconnections:us-east-1:123456789012:host/none-12345678'";

    public static InputSet Good { get; } = new(new Dictionary<string, string>
    {
        ["CreateConnection"] = "'ConnectionName':'new','HostArn':'$host','Tags':[{'Key':'a','Value':'b'}]",
        ["CreateHost"] = "'Name':'new','ProviderType':'GitHubEnterpriseServer','ProviderEndpoint':'https://git.example.com','Tags':[{'Key':'a','Value':'b'}]",
        ["DeleteConnection"] = "'ConnectionArn':'$connection'",
        ["DeleteHost"] = "'HostArn':'$host'",
        ["DeregisterConnectionWebhook"] = "'ConnectionArn':'$connection','FullRepositoryId':'team/shop'",
        ["GetConnection"] = "'ConnectionArn':'$connection'",
        ["GetHost"] = "'HostArn':'$host'",
        ["ListConnections"] = "",
        ["ListHosts"] = "",
        ["ListTagsForResource"] = "'ResourceArn':'$connection'",
        ["PutConnectionCredentials"] = "'ConnectionArn':'$connection','Token':'t0ken'",
        ["PutConnectionWebhook"] = "'ConnectionArn':'$connection'",
        ["RegisterConnectionWebhook"] = "'ConnectionArn':'$connection','FullRepositoryId':'team/shop'",
        ["TagResource"] = "'ResourceArn':'$connection','Tags':[{'Key':'a','Value':'b'}]",
        ["UntagResource"] = "'ResourceArn':'$connection','TagKeys':['a']",
        ["UpdateHost"] = "'HostArn':'$host','ProviderEndpoint':'https://git2.example.com'",
    });

    /// <summary>By errors that the model declares.</summary>
    public static IReadOnlyList<Refusal> Declared { get; } =
    [
        .. new[] { "DeleteConnection", "GetConnection", "PutConnectionCredentials", "PutConnectionWebhook", "RegisterConnectionWebhook", "DeregisterConnectionWebhook" }.Select(operation => new Refusal(operation, NotFound, $"{{'ConnectionArn':{NoConnection}}}", "There is no connection")),
        .. new[] { "DeleteHost", "GetHost", "UpdateHost", "CreateConnection" }.Select(operation => new Refusal(operation, NotFound, $"{{'HostArn':{NoHost}}}", "There is no host")),
        .. new[] { "TagResource", "UntagResource", "ListTagsForResource" }.Select(operation => new Refusal(operation, NotFound, $"{{'ResourceArn':{NoConnection}}}", "There is no connection")),
        new("DeleteHost", Unavailable, "{'HostArn':'$usedHost'}", "has connections"),
        new("RegisterConnectionWebhook", Unavailable, "{'ConnectionArn':'$pending'}", "is PENDING"),
        new("DeregisterConnectionWebhook", Unavailable, "{'ConnectionArn':'$pending'}", "is PENDING"),
        new("PutConnectionWebhook", Unsupported, "{'ConnectionArn':'$azure'}", "AzureDevOps signs no deliveries"),
        new("RegisterConnectionWebhook", Unsupported, "{'ConnectionArn':'$azure'}", "AzureDevOps signs no deliveries"),
        new("CreateConnection", TooMany, $"{{'Tags':[{Tags(51)}]}}", "50"),
        new("CreateHost", TooMany, $"{{'Tags':[{Tags(51)}]}}", "50"),
        new("TagResource", TooMany, $"{{'Tags':[{Tags(51)}]}}", "50"),
    ];

    /// <summary>By the error that all operations may answer.</summary>
    public static IReadOnlyList<Refusal> Invalid { get; } =
    [
        new("CreateConnection", Validation, "{'HostArn':null}", "expected it, or a HostArn"),
        new("CreateConnection", Validation, "{'ProviderType':'GitHub'}", "the host is one of GitLabSelfManaged"),
        new("CreateHost", Validation, "{'ProviderEndpoint':'http://git.example.com'}", "expected an https URL"),
        new("CreateHost", Validation, "{'ProviderType':'GitHub'}", "has no hosts"),
        new("UpdateHost", Validation, "{'ProviderEndpoint':'https://me@git.example.com'}", "expected an https URL"),
        new("PutConnectionCredentials", Validation, "{'Token':null}", "Expected one of three"),
        new("PutConnectionCredentials", Validation, "{'Token':null,'AppId':'1','InstallationId':'2','PrivateKey':'x'}", "PrivateKey: expected an unencrypted RSA key"),
        new("RegisterConnectionWebhook", Validation, "{'FullRepositoryId':'shop'}", "FullRepositoryId: expected owner/repository"),
        new("DeregisterConnectionWebhook", Validation, "{'FullRepositoryId':'a/../b'}", "FullRepositoryId: expected owner/repository"),
        new("ListConnections", Validation, "{'NextToken':'x'}", "token"),
        new("ListHosts", Validation, "{'NextToken':'x'}", "token"),
    ];

    public static IReadOnlyList<UnreachableError> Unreachable { get; } =
    [
        new(Unavailable, "A connection or a host can be used as soon as it is there.", "CreateConnection", "GetConnection", "GetHost", "UpdateHost"),
        new(NotFound, "A filter that nothing fits finds nothing.", "ListConnections"),
        new("ConflictException", "Nothing is set up at a host, so that no change of it is under way.", "UpdateHost"),
        new(Unsupported, "Every host can be changed.", "UpdateHost"),
    ];

    private static string Tags(int count) => string.Join(',', Enumerable.Range(0, count).Select(number => $"{{'Key':'k{number}','Value':''}}"));
}
