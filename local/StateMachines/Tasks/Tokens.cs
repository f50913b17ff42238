using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Tasks;

/// <summary>
/// Task tokens. A token names its execution and task, and carries a code that only the execution's secret seed gives; so none has to be stored, and a resumed
/// execution knows the tokens that it gave out before.
/// </summary>
internal static partial class Tokens
{
    private const string Prefix = "sfn";

    internal static string Make(string arn, int handle, Draws draws) =>
        $"{Prefix}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(arn))}.{handle.ToString(CultureInfo.InvariantCulture)}.{Base64Url.EncodeToString(draws.Secret($"token {handle}"))}";

    internal static bool TryRead(string token, [NotNullWhen(true)] out string? arn, out int handle)
    {
        arn = null;
        handle = 0;
        var parts = token.Split('.');
        if (parts.Length != 4 || parts[0] != Prefix || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out handle) || !Base64Url.IsValid(parts[1]))
        {
            return false;
        }

        arn = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        return true;
    }

    internal static bool AreSame(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    /// <summary>The text without the tokens in it.</summary>
    internal static string Blacken(string text) => text.Contains(Prefix + ".", StringComparison.Ordinal) ? Form().Replace(text, "(task token)") : text;

    [GeneratedRegex(@"sfn\.[A-Za-z0-9_-]+\.[0-9]+\.[A-Za-z0-9_-]{43}", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Form();
}
