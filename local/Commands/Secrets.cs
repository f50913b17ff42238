using System.Text.RegularExpressions;

namespace Sluice.Local.Commands;

/// <summary>Keeps what URLs carry before their '@' from the screen: whoever mistypes an option has typed the URL, too.</summary>
internal static partial class Secrets
{
    public static string Removed(string text) => UserInfo().Replace(text, "");

    [GeneratedRegex("""(?<=://)[^\s/'"?#]*@""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();
}
