using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.Swift.Names;

/// <summary>Which version of the registry's API a client asks for. There is one. Pure.</summary>
internal static partial class ApiVersion
{
    public const string Only = "1";

    /// <summary>What is wrong with an <c>Accept</c> header; null if it asks for this version, or for none.</summary>
    public static (int Status, string Fault)? FaultOf(string? accept)
    {
        if (accept is null || Pattern().Match(accept) is not { Success: true } found || found.Groups["version"].Value is "" or ".v1")
        {
            return null;
        }

        return found.Groups["version"].Value[2..].All(char.IsAsciiDigit) && found.Groups["version"].Value.Length > 2
            ? (415, "The API's version 1 is supported alone: Accept: application/vnd.swift.registry.v1 is expected.") : (400, "Accept has no version of the API: application/vnd.swift.registry.v1 is expected.");
    }

    [GeneratedRegex(@"application/vnd\.swift\.registry(?<version>\.v[^+,; ]*)?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
