namespace Sluice.Local.Cloud.Secrets;

/// <summary>Makes passwords of letters that are allowed, each as likely as any other.</summary>
internal static class RandomPassword
{
    private const string Uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lowercase = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <param name="asked">What it must keep to.</param>
    /// <param name="bytes">Random bytes without an end.</param>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">No password can.</exception>
    public static string Of(PasswordRules asked, IEnumerator<byte> bytes)
    {
        List<string> kinds = [.. Kinds(asked).Select(kind => string.Concat(kind.Except(asked.ExcludeCharacters))).Where(kind => kind.Length > 0)];
        if (kinds.Count == 0)
        {
            throw SecretErrors.InvalidParameter("The password cannot be made: all characters are excluded.");
        }

        if (asked.RequireEachIncludedType && kinds.Count > asked.Length)
        {
            throw SecretErrors.InvalidParameter($"The password length {asked.Length} is too short to have a character of each of {kinds.Count} types.");
        }

        while (true)
        {
            var password = string.Concat(Enumerable.Range(0, asked.Length).Select(_ => Letter(string.Concat(kinds), bytes)));
            if (!asked.RequireEachIncludedType || kinds.TrueForAll(kind => password.AsSpan().ContainsAny(kind)))
            {
                return password;
            }
        }
    }

    private static IEnumerable<string> Kinds(PasswordRules asked)
    {
        yield return asked.ExcludeUppercase ? "" : Uppercase;
        yield return asked.ExcludeLowercase ? "" : Lowercase;
        yield return asked.ExcludeNumbers ? "" : Digits;
        yield return asked.ExcludePunctuation ? "" : Punctuation;
        yield return asked.IncludeSpace ? " " : "";
    }

    /// <summary>Bytes beyond the last whole round of the letters are passed over: they would favour the first.</summary>
    private static char Letter(string letters, IEnumerator<byte> bytes)
    {
        var whole = 256 - (256 % letters.Length);
        do
        {
            bytes.MoveNext();
        }
        while (bytes.Current >= whole);
        return letters[bytes.Current % letters.Length];
    }
}
