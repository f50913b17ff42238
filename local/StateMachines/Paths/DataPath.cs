using System.Diagnostics.CodeAnalysis;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>A compiled JSONPath of the state's data (<c>$</c>) or of the context object (<c>$$</c>).</summary>
internal sealed class DataPath(string text, bool onContext, Segment[] segments)
{
    internal string Text { get; } = text;

    internal bool OnContext { get; } = onContext;

    /// <summary>Never changed by anybody.</summary>
    internal Segment[] Segments { get; } = segments;

    /// <summary>Whether it leads to one value; if not, its result is an array, empty if nothing is found.</summary>
    internal bool IsDefinite { get; } = Array.TrueForAll(segments, segment => segment.IsDefinite);

    internal bool IsRoot => Segments.Length == 0;

    /// <summary>A reference path names one place: it has only names and single indexes.</summary>
    internal bool IsReference => Array.TrueForAll(Segments, segment => segment is NameSegment or IndexSegment { IsDefinite: true });

    /// <returns>False, and what is wrong as the end of a sentence about the path.</returns>
    internal static bool TryParse(string text, [NotNullWhen(true)] out DataPath? path, [NotNullWhen(false)] out string? fault)
    {
        path = null;
        fault = null;
        try
        {
            path = PathParser.Parse(text);
            return true;
        }
        catch (PathSyntaxException error)
        {
            fault = error.Message;
            return false;
        }
    }

    /// <summary>The value that a definite path leads to, null if there is none; or the array of what an indefinite one finds.</summary>
    internal Data? Find(Data root) => IsDefinite ? FindOne(root, root) : FindAll(root, root);

    /// <summary>The same from a place inside the root, for <c>@</c> in filters.</summary>
    internal Data? Find(Data from, Data root) => IsDefinite ? FindOne(from, root) : FindAll(from, root);

    internal Data Root(in Scope scope) => OnContext ? scope.State.Context : scope.Input;

    internal Data? TryFind(in Scope scope) => Find(Root(scope));

    /// <summary>For a field that is computed, which an error names.</summary>
    internal Data Find(in Scope scope, string field) => TryFind(scope) ?? throw PathFailures.NotFound(this, field, Root(scope));

    /// <summary>For a field that is itself a path.</summary>
    internal Data FindOwn(in Scope scope) => TryFind(scope) ?? throw PathFailures.Invalid(this, Root(scope));

    private Data? FindOne(Data from, Data root)
    {
        var current = from;
        foreach (var segment in Segments)
        {
            if (segment is NameSegment name)
            {
                if (current is not DataObject members || !members.TryGet(name.Name, out current))
                {
                    return null;
                }

                continue;
            }

            var found = new List<Data>(1);
            segment.Select(current, root, found);
            if (found.Count == 0)
            {
                return null;
            }

            current = found[0];
        }

        return current;
    }

    // Whatever is missing is only not found: AWS gives [] for $.items[*].name on {}.
    private DataArray FindAll(Data from, Data root)
    {
        List<Data> current = [from];
        foreach (var segment in Segments)
        {
            var found = new List<Data>();
            foreach (var value in current)
            {
                segment.Select(value, root, found);
            }

            current = found;
        }

        return new DataArray([.. current]);
    }
}
