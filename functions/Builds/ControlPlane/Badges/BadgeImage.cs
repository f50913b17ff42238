using Sluice.BuildContract;

namespace Sluice.Builds.ControlPlane.Badges;

/// <summary>Draws a badge: two boxes of text, as wide as the text is.</summary>
internal static class BadgeImage
{
    private const string Label = "build";
    private const int CharacterWidth = 7;
    private const int Padding = 10;

    public static string Of(BuildStatus? status)
    {
        var (text, colour) = status switch
        {
            BuildStatus.Succeeded => ("passing", "#2a7d2e"),
            BuildStatus.Failed or BuildStatus.Fault or BuildStatus.TimedOut => ("failing", "#b3261e"),
            BuildStatus.Stopped => ("stopped", "#8a6100"),
            _ => ("unknown", "#5f6368"),
        };
        var (left, right) = (Width(Label), Width(text));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{Label}: {text}"><title>{Label}: {text}</title>
            <rect width="{left}" height="20" fill="#3c4043"/><rect x="{left}" width="{right}" height="20" fill="{colour}"/>
            <g fill="#fff" font-family="Verdana,sans-serif" font-size="11" text-anchor="middle"><text x="{left / 2}" y="14">{Label}</text><text x="{left + (right / 2)}" y="14">{text}</text></g></svg>
            """;
    }

    private static int Width(string text) => (text.Length * CharacterWidth) + Padding;
}
