using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads which type of action it is, and refuses those that are not there.</summary>
internal static class ActionTypeDocument
{
    public static ActionTypeId Read(MappingReader map, string action, KnownTypes types)
    {
        var type = new ActionTypeId
        {
            Category = map.RequiredEnum<ActionCategory>("category"),
            Owner = map.RequiredEnum<ActionOwner>("owner"),
            Provider = map.RequiredString("provider"),
            Version = map.RequiredString("version"),
        };
        if (map.Has("category") && map.Has("owner") && type.Provider.Length > 0 && type.Version.Length > 0 && !types.MayBeOther(type))
        {
            Check(map, type, action, types);
        }

        return type;
    }

    private static void Check(MappingReader map, ActionTypeId type, string action, KnownTypes types)
    {
        var said = $"ActionType (Category: '{type.Category}', Provider: '{type.Provider}', Owner: '{type.Owner}', Version: '{type.Version}') in action '{action}' is not available";
        var same = types.All.Where(known => known.Category == type.Category && known.Provider == type.Provider).ToList();
        if (types.WhyNot(type) is { } why)
        {
            map.Fault("provider", $"{said}: {why}", FaultKinds.Action);
        }
        else if (same.Count == 0)
        {
            var providers = types.All.Where(known => known.Category == type.Category).Select(known => known.Provider).Distinct().ToList();
            map.Fault("provider", $"{said}; {type.Category} is done by {string.Join(", ", providers.DefaultIfEmpty("nobody"))}{NearMiss.Suggestion(type.Provider, providers)}", FaultKinds.Action);
        }
        else if (!same.Any(known => known.Owner == type.Owner))
        {
            map.Fault("owner", $"{said}; {string.Join(" or ", same.Select(known => known.Owner).Distinct())} was expected for {type.Category} by {type.Provider}, not {type.Owner}", FaultKinds.Action);
        }
        else if (types.Find(type) is null)
        {
            map.Fault("version", $"{said}; '{string.Join("' or '", same.Select(known => known.Version).Distinct())}' was expected, not '{type.Version}'", FaultKinds.Action);
        }
    }
}
