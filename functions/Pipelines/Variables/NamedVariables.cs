using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Variables;

/// <summary>The variables of a run by the namespaces of the actions that gave them: of those that have succeeded and that no retry has put aside.</summary>
internal static class NamedVariables
{
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(Turn turn)
    {
        var named = new Dictionary<string, IReadOnlyDictionary<string, string>>(turn.Inherited, StringComparer.Ordinal);
        foreach (var (stage, action) in turn.Run.Stages.SelectMany(stage => stage.Current.Where(action => action.HasVariables).Select(action => (stage, action))))
        {
            if (turn.Given.TryGetValue(action.ActionExecutionId, out var given) && turn.Pipeline.Stage(stage.StageName).Action(action.ActionName).Namespace is { } name)
            {
                named[name] = given;
            }
        }

        return named;
    }
}
