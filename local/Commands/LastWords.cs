namespace Sluice.Local.Commands;

/// <summary>What is said if, in spite of all guards, something fails with nobody to hear of it.</summary>
internal static class LastWords
{
    public static void Listen()
    {
        AppDomain.CurrentDomain.UnhandledException += static (_, happened) =>
            Say($"A fault of Sluice itself ends it: {happened.ExceptionObject}\nWhat is recorded goes on when it is started again with the same data folder.");
        TaskScheduler.UnobservedTaskException += static (_, happened) =>
        {
            happened.SetObserved();
            Say($"A fault of Sluice itself, in a task that nobody waits for: {happened.Exception.InnerException?.Message}");
        };
    }

    private static void Say(string text)
    {
        try
        {
            Console.Error.WriteLine(text);
        }
        catch (IOException)
        {
            return;
        }
    }
}
