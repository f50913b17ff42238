using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads commands of a shell.</summary>
internal static class CommandsDocument
{
    private const int LongestCommand = 1000;
    private static readonly CountRange Commands = new(1, 50);

    /// <param name="map">The action or rule.</param>
    /// <param name="word">Which of the two.</param>
    /// <param name="name">Its name.</param>
    /// <param name="takes">Whether its kind takes commands; null if the kind is not known.</param>
    /// <param name="faultKind">The error of what is wrong with it.</param>
    public static IReadOnlyList<string>? Read(MappingReader map, string word, string name, bool? takes, string faultKind)
    {
        var commands = Texts.List(map, "commands", Commands, LongestCommand, command => command.Contains('\n') || command.Contains('\r') ? "a command of one line was expected; write several commands for several lines" : null);
        if (takes == true && commands is null)
        {
            map.Fault("commands", $"{(word == "action" ? "Action" : "Rule")} {name} must have a non-empty commands field; expected {Commands} commands", faultKind);
        }
        else if (takes == false && commands is not null)
        {
            map.Fault("commands", $"The following {word} cannot contain a commands field: {name}. To use the commands field, use a compute action ({BuildTypes.Commands})", faultKind);
        }

        return commands;
    }
}
