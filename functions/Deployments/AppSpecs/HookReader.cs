using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>Reads <c>Hooks</c>: a function's name or ARN, or (ours) a map of <c>Function</c> and <c>TimeoutSeconds</c>.</summary>
/// <param name="types">All that an appspec may be of.</param>
/// <param name="type">What this one is of; null if that did not become clear, and then any event will do.</param>
internal sealed class HookReader(IReadOnlyList<IAppSpecResource> types, IAppSpecResource? type)
{
    /// <summary>Two days, which the bakes may take together: a deployment is no place to wait longer.</summary>
    public const int LongestSeconds = 172_800;

    private readonly IReadOnlyList<string> _known = type?.HookEvents ?? All(types);

    public IReadOnlyList<AppSpecHook> Read(MappingReader root)
    {
        var hooks = root.ListOfMappings("Hooks", Entry).SelectMany(hook => hook).ToList();
        foreach (var twice in hooks.GroupBy(hook => hook.EventName, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            root.Fault("Hooks", $"{twice.Key} is there {twice.Count()} times; expected it once");
        }

        return hooks;
    }

    private IReadOnlyList<AppSpecHook> Entry(MappingReader entry)
    {
        foreach (var foreign in All(types).Except(_known, StringComparer.Ordinal).Where(entry.Has))
        {
            entry.Fault(foreign, $"{type!.Platform} has no such event; expected {string.Join(" or ", _known)}");
        }

        if (entry.IsEmpty)
        {
            entry.Fault($"an event with its function was expected, not nothing; events are {string.Join(", ", _known)}");
        }

        return [.. _known.Select(name => Hook(entry, name)).OfType<AppSpecHook>()];
    }

    private static IReadOnlyList<string> All(IReadOnlyList<IAppSpecResource> types) =>
        [.. LifecycleEvents.InOrder.Where(name => types.Any(type => type.HookEvents.Contains(name, StringComparer.Ordinal)))];

    private static AppSpecHook? Hook(MappingReader entry, string name) => entry.Node(name) switch
    {
        null => null,
        MappingNode => entry.OptionalMapping(name, hook => new AppSpecHook(name, Function(hook, "Function"), hook.OptionalInt("TimeoutSeconds", 1, LongestSeconds))),
        _ => new AppSpecHook(name, Function(entry, name), null),
    };

    private static string Function(MappingReader map, string name) =>
        map.CheckedRequired(name, AppSpecForms.HookFunction(), "a function's name or ARN");
}
