using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>
/// CodeBuild's patterns for paths: <c>*</c> is any run of characters in one name, <c>**</c> as a whole part is any number of folders, <c>?</c> is one
/// character, <c>[a-z]</c> one of a set. Names that begin with a dot match like others; case counts.
/// </summary>
internal sealed class Glob
{
    private const string AnyFolders = "**";
    private static readonly TimeSpan _longestMatch = TimeSpan.FromSeconds(1);
    private readonly IReadOnlyList<string> _parts;
    private readonly IReadOnlyList<Regex> _names;
    private readonly Regex _regex;

    public Glob(string pattern)
    {
        _parts = [.. pattern.Split('/').Where(part => part is not ("" or "."))];
        _names = [.. _parts.Select(part => Whole(GlobName.Expression(part)))];
        var expression = new StringBuilder();
        for (var i = 0; i < _parts.Count; i++)
        {
            var last = i == _parts.Count - 1;
            expression.Append(_parts[i] == AnyFolders
                ? last ? ".+" : "(?:[^/]+/)*"
                : GlobName.Expression(_parts[i]) + (last ? "" : "/"));
        }

        _regex = Whole(expression.ToString());
    }

    /// <param name="path">Relative, divided by slashes.</param>
    public bool Matches(string path) => _regex.IsMatch(path);

    /// <summary>Whether something in this folder, or further below it, could match.</summary>
    /// <param name="folder">Relative, divided by slashes.</param>
    public bool MayMatchBelow(string folder)
    {
        var names = folder.Split('/');
        for (var i = 0; i < names.Length; i++)
        {
            if (i >= _parts.Count || (_parts[i] != AnyFolders && !_names[i].IsMatch(names[i])))
            {
                return false;
            }

            if (_parts[i] == AnyFolders)
            {
                return true;
            }
        }

        return _parts.Count > names.Length;
    }

    /// <summary>Whether everything below this folder matches.</summary>
    /// <param name="folder">Relative, divided by slashes.</param>
    public bool MatchesAllBelow(string folder) => Matches($"{folder}/\u0001") && Matches($"{folder}/\u0001/\u0001");

    private static Regex Whole(string expression) =>
        new($"^{expression}\\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking, _longestMatch);
}
