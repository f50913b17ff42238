using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>Reads <c>Hooks</c>: a function's name or ARN, or (ours) a map of <c>Function</c> and <c>TimeoutSeconds</c>.</summary>
internal static class HookReader
{
    /// <summary>Two days, which the bakes may take together: a deployment is no place to wait longer.</summary>
    public const int LongestSeconds = 172_800;

    private static readonly string[] _lambda = [LifecycleEvents.BeforeAllowTraffic, LifecycleEvents.AfterAllowTraffic];

    private static readonly string[] _ecs =
    [
        LifecycleEvents.BeforeInstall, LifecycleEvents.AfterInstall, LifecycleEvents.AfterAllowTestTraffic, LifecycleEvents.BeforeAllowTraffic,
        LifecycleEvents.AfterAllowTraffic,
    ];

    public static IReadOnlyList<AppSpecHook> Read(MappingReader root, AppSpec? spec)
    {
        var known = spec is LambdaAppSpec ? _lambda : _ecs;
        var hooks = root.ListOfMappings("Hooks", hook => Entry(hook, known)).SelectMany(hook => hook).ToList();
        foreach (var twice in hooks.GroupBy(hook => hook.EventName, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            root.Fault("Hooks", $"{twice.Key} is there {twice.Count()} times; expected it once");
        }

        return hooks;
    }

    private static IReadOnlyList<AppSpecHook> Entry(MappingReader entry, string[] known)
    {
        foreach (var foreign in _ecs.Except(known, StringComparer.Ordinal).Where(entry.Has))
        {
            entry.Fault(foreign, $"Lambda has no such event; expected {string.Join(" or ", known)}");
        }

        if (entry.IsEmpty)
        {
            entry.Fault($"an event with its function was expected, not nothing; events are {string.Join(", ", known)}");
        }

        return [.. known.Select(name => Hook(entry, name)).OfType<AppSpecHook>()];
    }

    private static AppSpecHook? Hook(MappingReader entry, string name) => entry.Node(name) switch
    {
        null => null,
        MappingNode => entry.OptionalMapping(name, hook => new AppSpecHook(name, Function(hook, "Function"), hook.OptionalInt("TimeoutSeconds", 1, LongestSeconds))),
        _ => new AppSpecHook(name, Function(entry, name), null),
    };

    private static string Function(MappingReader map, string name) =>
        map.CheckedRequired(name, AppSpecForms.HookFunction(), "a function's name or ARN");
}
