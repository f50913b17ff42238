using System.Text.RegularExpressions;

namespace Sluice.Local.Cloud.Wire;

/// <summary>An operation of Lambda's REST API.</summary>
/// <param name="Path">Its parts below <c>functions</c>; one in braces stands for a member of the request.</param>
/// <param name="Status">Of its answer.</param>
/// <param name="Version">Of the API that brought it, which its path begins with.</param>
internal sealed partial record LambdaRoute(string Operation, string Method, string[] Path, int Status, string Version = LambdaRoute.First)
{
    private const string First = "2015-03-31";
    private const string Events = "2019-09-25";
    private const string Urls = "2021-10-31";

    public static IReadOnlyList<LambdaRoute> All { get; } =
    [
        new("CreateFunction", "POST", [], 201),
        new("ListFunctions", "GET", [], 200),
        new("ListVersionsByFunction", "GET", ["{FunctionName}", "versions"], 200),
        new("ListAliases", "GET", ["{FunctionName}", "aliases"], 200),
        new("PutFunctionEventInvokeConfig", "PUT", ["{FunctionName}", "event-invoke-config"], 200, Events),
        new("UpdateFunctionEventInvokeConfig", "POST", ["{FunctionName}", "event-invoke-config"], 200, Events),
        new("GetFunctionEventInvokeConfig", "GET", ["{FunctionName}", "event-invoke-config"], 200, Events),
        new("ListFunctionEventInvokeConfigs", "GET", ["{FunctionName}", "event-invoke-config", "list"], 200, Events),
        new("DeleteFunctionEventInvokeConfig", "DELETE", ["{FunctionName}", "event-invoke-config"], 204, Events),
        new("AddPermission", "POST", ["{FunctionName}", "policy"], 201),
        new("RemovePermission", "DELETE", ["{FunctionName}", "policy", "{StatementId}"], 204),
        new("GetPolicy", "GET", ["{FunctionName}", "policy"], 200),
        new("CreateFunctionUrlConfig", "POST", ["{FunctionName}", "url"], 201, Urls),
        new("GetFunctionUrlConfig", "GET", ["{FunctionName}", "url"], 200, Urls),
        new("UpdateFunctionUrlConfig", "PUT", ["{FunctionName}", "url"], 200, Urls),
        new("DeleteFunctionUrlConfig", "DELETE", ["{FunctionName}", "url"], 204, Urls),
        new("ListFunctionUrlConfigs", "GET", ["{FunctionName}", "urls"], 200, Urls),
        new("GetFunction", "GET", ["{FunctionName}"], 200),
        new("DeleteFunction", "DELETE", ["{FunctionName}"], 204),
        new("UpdateFunctionCode", "PUT", ["{FunctionName}", "code"], 200),
        new("GetFunctionConfiguration", "GET", ["{FunctionName}", "configuration"], 200),
        new("UpdateFunctionConfiguration", "PUT", ["{FunctionName}", "configuration"], 200),
        new("PublishVersion", "POST", ["{FunctionName}", "versions"], 201),
        new("CreateAlias", "POST", ["{FunctionName}", "aliases"], 201),
        new("GetAlias", "GET", ["{FunctionName}", "aliases", "{Name}"], 200),
        new("UpdateAlias", "PUT", ["{FunctionName}", "aliases", "{Name}"], 200),
        new("DeleteAlias", "DELETE", ["{FunctionName}", "aliases", "{Name}"], 204),
    ];

    /// <summary>Whether this may be a path of Lambda's, of whatever version of its API.</summary>
    public static bool IsLambdas(string path) => LambdasPath().IsMatch(path);

    /// <summary>The members that the path gives; null if it is none of this operation.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, string path)
    {
        var all = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var parts = all.Skip(2).ToArray();
        if (method != Method || all is not [var version, "functions", ..] || version != Version || parts.Length != Path.Length)
        {
            return null;
        }

        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (pattern, part) in Path.Zip(parts))
        {
            if (pattern.StartsWith('{'))
            {
                members[pattern[1..^1]] = Uri.UnescapeDataString(part);
            }
            else if (pattern != part)
            {
                return null;
            }
        }

        return members;
    }

    [GeneratedRegex("^/20[0-9]{2}-[0-9]{2}-[0-9]{2}/(functions|event-source-mappings|layers|account-settings|code-signing-configs|tags|capacity-providers|durable-executions|durable-execution-callbacks)(/|\\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LambdasPath();
}
