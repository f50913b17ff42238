using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>A pattern for one name as a regular expression.</summary>
internal static class GlobName
{
    public static string Expression(string part)
    {
        var expression = new StringBuilder();
        for (var i = 0; i < part.Length; i++)
        {
            var close = part[i] == '[' ? part.IndexOf(']', i + 1) : -1;
            if (close > i + 1)
            {
                expression.Append(Set(part[(i + 1)..close]));
                i = close;
            }
            else
            {
                expression.Append(part[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return expression.ToString();
    }

    private static string Set(string members)
    {
        var negated = members[0] is '!' or '^' && members.Length > 1;
        var set = (negated ? members[1..] : members).Replace("\\", "\\\\").Replace("[", "\\[").Replace("^", "\\^");
        return IsOrdered(set) ? $"[{(negated ? "^/" : "")}{set}]" : Regex.Escape($"[{members}]");
    }

    // [z-a] is no set, but a regex would throw.
    private static bool IsOrdered(string set)
    {
        for (var i = 1; i < set.Length - 1; i++)
        {
            if (set[i] == '-' && set[i - 1] > set[i + 1])
            {
                return false;
            }
        }

        return true;
    }
}
