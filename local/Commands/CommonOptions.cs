using System.CommandLine;
using System.Globalization;

namespace Sluice.Local.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>A folder of the user's own.</summary>
    public static string DefaultData =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "sluice");

    public static Option<string> Data() => new Option<string>("--data")
    {
        Description = "The folder that holds all state",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultData,
    }.Checks(given => CheckFolder("--data", given));

    /// <exception cref="UsageException">It can be no folder.</exception>
    public static void CheckFolder(string option, string given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Any(char.IsControl))
        {
            throw new UsageException($"{option} '{given}': expected the name of a folder.");
        }

        if (File.Exists(given))
        {
            throw new UsageException($"{option} {given}: that is a file; expected a folder.");
        }
    }

    /// <summary>How many builds may run at once.</summary>
    public static Option<int?> Builds() => new Option<int?>("--builds")
    {
        Description = "How many builds may run at once; the others wait (default: one for each processor core)",
        HelpName = "N",
    }.Checks(given =>
    {
        if (int.TryParse(given, CultureInfo.InvariantCulture, out var number) && number is < 1 or > 1000)
        {
            throw new UsageException($"--builds {given}: expected 1 to 1000.");
        }
    });

    public static Option<int> Port()
    {
        var port = new Option<int>("--port")
        {
            Description = "The port to listen on; 0 takes a free one",
            HelpName = "N",
            DefaultValueFactory = _ => 0,
        };
        port.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 0 or > 65535)
            {
                given.AddError($"--port {number}: expected 0 to 65535.");
            }
        });
        return port;
    }
}
