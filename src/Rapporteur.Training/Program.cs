using System.CommandLine;
using Rapporteur.Training.Commands;

var root = new RootCommand("Trains and measures the models of Rapporteur.")
{
    new Command("train", "Train a model.")
    {
        TrainAttributions.Command(), TrainCommonWords.Command(), TrainEntities.Command(), TrainSentences.Command(), TrainSyntax.Command(),
    },
    new Command("evaluate", "Measure a model against what people marked.")
    {
        EvaluateAttributions.Command(), EvaluateCalibration.Command(), EvaluateCoreference.Command(),
        EvaluateEntities.Command(), EvaluateEvents.Command(), EvaluateExtraction.Command(), EvaluateSourcing.Command(),
        EvaluateSpeakers.Command(), EvaluateSyntax.Command(), EvaluateTimes.Command(), EvaluateVariants.Command(), EvaluateVerification.Command(),
    },
};
return root.Parse(args).Invoke();
