using System.Globalization;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>Values that are written as bare words: numbers, true, false and null.</summary>
internal static class Words
{
    /// <param name="expected">What may stand here, for the fault if no such word does.</param>
    internal static Data Take(Cursor cursor, string expected)
    {
        var start = cursor.Position;
        var word = cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');
        switch (word)
        {
            case "true":
                return DataBoolean.True;
            case "false":
                return DataBoolean.False;
            case "null":
                return DataNull.Value;
            default:
                if (IsNumber(word))
                {
                    return new DataNumber(word);
                }

                cursor.Position = start;
                throw cursor.Fault(expected);
        }
    }

    private static bool IsNumber(string word) =>
        word.Length > 0 && char.IsAsciiDigit(word[^1]) && word[0] is not ('.' or '+')
        && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
