using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Cloud.Functions.Urls;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>What is asked for of a function's URL.</summary>
internal sealed record UrlInput(string? FunctionName, string? Qualifier, string? AuthType, CorsSettings? Cors, string? InvokeMode)
{
    /// <param name="urls">What finds the function.</param>
    /// <param name="isNew">The URL is to be made.</param>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">Lambda takes no such request.</exception>
    public FunctionReference Checked(FunctionUrlBook urls, bool isNew) =>
        urls.Reference(FunctionName, Qualifier, [.. UrlRules.AuthType(AuthType, isNew), .. UrlRules.Cors(Cors), .. UrlRules.InvokeMode(InvokeMode)]);
}
