using Sluice.Platform.Api;

namespace Sluice.Connections.Rules;

/// <summary>What hosts must keep to beyond the model.</summary>
internal static class HostRules
{
    /// <summary>The endpoint's faults. Without TLS a host could only be this machine's own.</summary>
    public static void CheckEndpoint(RequestFaults faults, string endpoint) => faults.Require(
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0,
        CommonErrors.Validation,
        "ProviderEndpoint: expected an https URL without user, query and fragment, such as https://git.example.com");

    /// <summary>As an ARN has a name.</summary>
    public static string IdOf(string name, string uuid) => $"{new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')])}-{uuid[^8..]}";
}
