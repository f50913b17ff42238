using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A path field that may be null: InputPath and OutputPath are then <c>{}</c>, and ResultPath discards the result.</summary>
internal sealed class PathOrNull(DataPath? path)
{
    internal static PathOrNull Null { get; } = new(null);

    internal static PathOrNull Whole { get; } = new(new DataPath("$", onContext: false, []));

    internal DataPath? Path => path;

    internal Data Select(in Scope scope)
    {
        if (path is null)
        {
            return DataObject.Empty;
        }

        return path is { IsRoot: true, OnContext: false } ? scope.Input : path.FindOwn(scope);
    }

    internal Data Combine(Data input, Data result)
    {
        if (path is null)
        {
            return input;
        }

        return path.IsRoot ? result : ReferencePath.Write(path, input, result);
    }
}
