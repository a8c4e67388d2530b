using Rapporteur.Desk.Adding;

namespace Rapporteur.Desk.Pages.Adding;

/// <summary>What the page says that shows how far adding is.</summary>
public sealed class AddJobModel
{
    internal AddJobModel(AddJob job)
    {
        Job = job;
        Progress = job.Progress;
    }

    internal AddJob Job { get; }

    internal AddJob.AddProgress Progress { get; }

    internal bool IsRunning => Progress.State == AddState.Running;

    internal int Taken => Progress.New + Progress.Versions + Progress.Known;

    internal string Heading => Progress.State switch
    {
        AddState.Running => "Adding",
        AddState.Finished => Progress.Failed == 0 ? "Added" : Taken == 0 ? "Nothing was added" : "Added in part",
        AddState.Stopped => "Stopped",
        _ => "It took too long and was ended",
    };
}
